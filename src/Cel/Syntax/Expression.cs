namespace Daytwo.Cel.Syntax;

/// <summary>A node of the syntax tree.</summary>
/// <param name="id">Numbers the nodes of one tree from 1, macros' included; types and references are kept under it.</param>
/// <param name="offset">Where it is, in code points; what an error in it points at.</param>
internal abstract class Expression(int id, int offset)
{
    public int Id { get; } = id;

    public int Offset { get; } = offset;
}
