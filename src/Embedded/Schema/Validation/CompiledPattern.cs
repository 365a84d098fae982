using System.Text.RegularExpressions;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>A pattern ready to match, or why it is none.</summary>
internal sealed record CompiledPattern(Regex? Expression, string Error);
