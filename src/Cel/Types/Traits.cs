namespace Daytwo.Cel.Types;

/// <summary>What operators can do with values of a type.</summary>
[Flags]
internal enum Traits
{
    None = 0,
    Adder = 1,
    Comparer = 2,
    Container = 4,
    Divider = 8,
    Indexer = 16,
    Iterable = 32,
    Matcher = 64,
    Modder = 128,
    Multiplier = 256,
    Negator = 512,
    Receiver = 1024,
    Sizer = 2048,
    Subtractor = 4096,
    Lister = Adder | Container | Indexer | Iterable | Sizer,
}
