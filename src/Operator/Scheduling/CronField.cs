namespace Daytwo.Operator.Scheduling;

/// <summary>One of a cron expression's five fields: the values it names.</summary>
/// <param name="Bits">Bit n is set when the field names the value n.</param>
/// <param name="Unrestricted">
/// Whether the field holds a bare <c>*</c> or <c>?</c> (a step of one counts as bare). It decides how the two day fields combine.
/// </param>
internal readonly record struct CronField(ulong Bits, bool Unrestricted)
{
    public bool Has(int value) => (Bits >> value & 1) != 0;
}
