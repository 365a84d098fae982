using System.Text.Json.Nodes;
using Daytwo.Cli.Output;
using Daytwo.Kubernetes.Yaml;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Cli.Tests.Output;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("file:/var/backups", "file:/var/backups")]
    [InlineData("20261121", "\"20261121\"")]
    [InlineData("true", "\"true\"")]
    [InlineData("Yes", "\"Yes\"")]
    [InlineData("", "\"\"")]
    [InlineData("- no list", "\"- no list\"")]
    [InlineData("a: b", "\"a: b\"")]
    public void Text_is_quoted_only_where_it_would_mean_something_else(string value, string yaml) => Assert.Equal("key: " + yaml, Written(new JsonObject { ["key"] = value }).Trim());

    [Fact]
    public void Lists_stand_below_their_name_as_kubectl_writes_them() =>
        Assert.Equal("items:\n- name: a\n  count: 1\n- name: b\nnone: []\n\"null\": null\n", Written(JsonNode.Parse("""{"items":[{"name":"a","count":1},{"name":"b"}],"none":[],"null":null}""")!));

    [Fact]
    public void Whatever_is_written_reads_back_as_it_was() =>
        Prop.ForAll(Trees().ToArbitrary(), json =>
        {
            var yaml = Written(JsonNode.Parse(json)!);
            Assert.True(JsonNode.DeepEquals(YamlReader.ReadAll(yaml, "test").Single(), JsonNode.Parse(json)), yaml);
        }).QuickCheckThrowOnFailure();

    private static string Written(JsonNode node)
    {
        using var text = new StringWriter { NewLine = "\n" };
        YamlText.Write(text, node);
        return text.ToString();
    }

    /// <summary>Objects as JSON text, of scalars that a careless writer gets wrong.</summary>
    private static Gen<string> Trees()
    {
        var awkward = Gen.Elements(
            "null", "~", "Null", "NULL", "True", "no", "OFF", "Y", "1e3", "0x1f", "0o17", ".5", "-", "-1", "1_000", "12:30:45", "2026-11-21", ".inf", ".NaN", "nan", "a\nb", "a\n", "\n a",
            "  lead\nrest", "trail ", " lead", "#c", "a #b", "a: b", "a:", "[x", "{x", "*x", "&x", "!x", "|", ">", "%x", "@x", "`x", "'x", "\"x", "a\tb", "é ü 漢", "a\rb", "\u0007", "---", "...", "? x", "<<", "=");
        var scalar = Gen.OneOf(
            awkward.Select(Quoted),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => Quoted(new string([.. s.Get.Where(c => !char.IsSurrogate(c) && c is not ('\ufffe' or '\uffff'))]))),
            ArbMap.Default.GeneratorFor<int>().Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            Gen.Elements("true", "false", "null", "0.5", "-12.25"));
        var list = scalar.ListOf(3).Select(items => "[" + string.Join(',', items) + "]");
        var value = Gen.OneOf(scalar, list, scalar.Select(v => $$"""{"inner":{{v}},"list":[{"x":{{v}}},[{{v}}]]}"""));
        return awkward.SelectMany(key => value, (key, v) => $$"""{{{Quoted(key)}}:{{v}},"second":{{v}}}""");
    }

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();
}
