using Daytwo.Embedded.Apply;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Embedded.Tests.Apply;

public sealed class FieldSetTests
{
    private static readonly Gen<FieldSet> Sets =
        from paths in Gen.ListOf(from depth in Gen.Choose(1, 3) from names in Gen.ArrayOf(Gen.Elements("a", "b", "c"), depth) select string.Join('.', names))
        select FieldSet.Of(paths);

    private static readonly Arbitrary<(FieldSet Left, FieldSet Right)> Pairs =
        Arb.From(from left in Sets from right in Sets select (left, right));

    [Fact]
    public void Set_written_and_read_is_the_same() =>
        Prop.ForAll(Arb.From(Sets), s => FieldsV1.Read(FieldsV1.Write(s)).SameAs(s) || s.IsEmpty).QuickCheckThrowOnFailure();

    [Fact]
    public void Union_holds_what_either_holds() =>
        Prop.ForAll(Pairs, p => Same(p.Left.Union(p.Right), Texts(p.Left).Union(Texts(p.Right)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Intersection_holds_what_both_hold() =>
        Prop.ForAll(Pairs, p => Same(p.Left.Intersection(p.Right), Texts(p.Left).Intersect(Texts(p.Right)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Difference_holds_what_the_other_lacks() =>
        Prop.ForAll(Pairs, p => Same(p.Left.Difference(p.Right), Texts(p.Left).Except(Texts(p.Right)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Recursive_difference_drops_what_lies_below_too() =>
        Prop.ForAll(Pairs, p => Same(
            p.Left.RecursiveDifference(p.Right),
            Texts(p.Left).Where(t => !Texts(p.Right).Any(r => t == r || t.StartsWith(r + ".", StringComparison.Ordinal))))).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"f:a":{}}""")]
    [InlineData("""{"f:a":{".":{},"f:b":{}}}""")]
    [InlineData("""{"f:ports":{"k:{\"port\":53,\"protocol\":\"TCP\"}":{".":{},"f:name":{}}},"f:tags":{"v:\"x\"":{}},"f:z":{"i:0":{}}}""")]
    public void Fields_are_written_as_they_were_read(string json)
    {
        var node = (System.Text.Json.Nodes.JsonObject)System.Text.Json.Nodes.JsonNode.Parse(json)!;

        Assert.Equal(node.ToJsonString(), FieldsV1.Write(FieldsV1.Read(node)).ToJsonString());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("k:[1]")]
    [InlineData("v:{")]
    [InlineData("i:x")]
    public void Key_that_is_none_is_refused(string key) => Assert.Throws<FormatException>(() => PathElement.Parse(key));

    [Fact]
    public void Keys_of_later_formats_are_passed_over() => Assert.Null(PathElement.Parse("q:new"));

    private static bool Same(FieldSet set, IEnumerable<string> texts) => Texts(set).SetEquals(texts);

    private static HashSet<string> Texts(FieldSet set) => [.. set.Paths().Select(p => string.Concat(p.Select(e => e.ToString())))];
}
