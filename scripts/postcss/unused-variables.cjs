// Removes the custom properties nothing uses, all their definitions at once: the light and the dark one stay or go together.
module.exports = () => ({
  postcssPlugin: 'unused-variables',
  OnceExit(root) {
    const definitions = new Map();
    const used = new Set();
    const visit = (value) => {
      for (const [, name] of value.matchAll(/var\(\s*(--[\w-]+)/g)) {
        if (used.has(name)) continue;
        used.add(name);
        for (const definition of definitions.get(name) ?? []) visit(definition.value);
      }
    };
    root.walkDecls(/^--/, (declaration) => {
      definitions.set(declaration.prop, [...(definitions.get(declaration.prop) ?? []), declaration]);
    });
    root.walkDecls(/^(?!--)/, (declaration) => visit(declaration.value));
    for (const [name, declarations] of definitions) {
      if (!used.has(name)) for (const declaration of declarations) declaration.remove();
    }
    root.walkRules((rule) => {
      if (rule.nodes.length === 0) rule.remove();
    });
  },
});
module.exports.postcss = true;
