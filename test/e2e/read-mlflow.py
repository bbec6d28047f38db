# Reads an MLflow back by its own client. Prints JSON.
import json
import sys

from mlflow import MlflowClient

tracking_uri, command, argument = sys.argv[1:]
client = MlflowClient(tracking_uri=tracking_uri)

if command == "create":
    print(json.dumps(client.create_experiment(argument)))
else:
    traces = client.search_traces(locations=[argument], max_results=500)
    print(
        json.dumps([
            {
                "traceId": trace.info.trace_id.removeprefix("tr-"),
                "session": trace.info.request_metadata.get("mlflow.trace.session"),
                "tokens": trace.info.token_usage,
                "spans": [
                    {
                        "spanId": span.span_id,
                        "parentId": span.parent_id,
                        "name": span.name,
                        "type": span.span_type,
                        "status": span.status.status_code.value,
                        "inputs": span.inputs,
                        "outputs": span.outputs,
                        "tokens": span.get_attribute("mlflow.chat.tokenUsage"),
                    }
                    for span in trace.data.spans
                ],
            }
            for trace in traces
        ])
    )
