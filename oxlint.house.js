// The rule of the house that no linter has.
const noLeadingSpread = {
  create: (context) => ({
    ObjectExpression({ properties: [first, ...others] }) {
      if (first?.type !== 'SpreadElement' || others.length === 0) return;
      const message = 'On Node 20 an object literal that begins with a spread and goes on is slow. Write it out.';
      context.report({ node: first, message });
    },
  }),
};

export default { meta: { name: 'house' }, rules: { 'no-leading-spread': noLeadingSpread } };
