namespace Daytwo.Cli.Rules;

/// <summary>How to print an audit.</summary>
internal enum AuditOutput
{
    Table,
    Json,
    Yaml,

    /// <summary>Objects to apply, as other programs read them.</summary>
    PolicyReport,
}
