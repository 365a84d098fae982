namespace Daytwo.Kubernetes.Yaml;

/// <summary>A text is no YAML that JSON can say. The message names the text, line and column.</summary>
public sealed class YamlSyntaxException(string message, Exception? inner = null) : FormatException(message, inner);
