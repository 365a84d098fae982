using Daytwo.Cel.Values;

namespace Daytwo.Cel.Json;

/// <summary>Leaves one member per name: at the place of the first, with the value of the last.</summary>
internal static class MemberNames
{
    /// <param name="members">Names and values alternating; the members kept come first.</param>
    /// <param name="count">How many members are kept.</param>
    /// <returns>The index of the names when there are many.</returns>
    public static NameIndex? Unify(Span<CelValue> members, out int count)
    {
        var index = members.Length / 2 > JsonObjectHandle.LargestUnindexed ? new NameIndex(members.Length / 2) : null;
        count = 0;
        for (var i = 0; i < members.Length; i += 2)
        {
            var name = members[i].Utf8;
            var at = index is null ? Find(members[..(2 * count)], name) : index.FindOrAdd(members, name, count);
            if (at == count)
            {
                members[2 * count] = members[i];
                count++;
            }

            members[(2 * at) + 1] = members[i + 1];
        }

        return count > JsonObjectHandle.LargestUnindexed ? index : null;
    }

    private static int Find(ReadOnlySpan<CelValue> members, ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < members.Length; i += 2)
        {
            if (Utf8Slice.Length(members[i].Bits) == name.Length && members[i].Utf8.SequenceEqual(name))
            {
                return i / 2;
            }
        }

        return members.Length / 2;
    }
}
