namespace Daytwo.Crds.Admission;

/// <summary>The CEL rule that holds names of variables to identifiers that CEL does not keep for itself.</summary>
internal static class VariableNames
{
    public const string IsIdentifier =
        "self.matches('^[A-Za-z_][A-Za-z0-9_]*$') && !(self in ['true', 'false', 'null', 'in', 'as', 'break', 'const', 'continue', 'else', 'for',"
        + " 'function', 'if', 'import', 'let', 'loop', 'package', 'namespace', 'return', 'var', 'void', 'while'])";

    public const string IsIdentifierMessage =
        @"'\'' + self + '\' is not a name for a variable: use letters, digits and underscores, not beginning with a digit, and no word that CEL keeps for itself, such as in or namespace'";
}
