namespace Daytwo.Etcd.Bolt;

/// <summary>The page sizes that occur: that of the machine where the database was made, a power of two.</summary>
internal static class PageSizes
{
    public const int Smallest = 1 << 10;
    public const int Largest = 16 << 20;
}
