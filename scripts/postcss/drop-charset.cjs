/** PostCSS plugin: each file of the design system declares its encoding, which only the first byte of a stylesheet may do. */
module.exports = () => ({ postcssPlugin: 'drop-charset', AtRule: { charset: (rule) => rule.remove() } });
module.exports.postcss = true;
