using Daytwo.Cel.Values;

namespace Daytwo.Cel.Json;

/// <summary>Elements of all arrays and members of all objects of a document: those of one container lie together, a member as name and value.</summary>
internal sealed class JsonItems
{
    public CelValue[] Items { get; set; } = [];

    /// <summary>For large objects, by the place of their first member: members by the hash of their names.</summary>
    public Dictionary<int, NameIndex>? Names { get; set; }

    /// <summary>Where a container's items begin, and how many elements or members it has.</summary>
    public static long Pack(int first, int count) => ((long)first << 32) | (uint)count;

    public static int First(long bits) => (int)(bits >> 32);

    public static int Count(long bits) => (int)bits;
}
