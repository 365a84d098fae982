using Daytwo.Cel.Authorization;
using Daytwo.Cel.Costs;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Tests.Costs.Estimating;

/// <summary>What expressions may cost at most, as cel-go and the apiserver put it in their own tests. On schemas the figures are compared with a real apiserver's.</summary>
public sealed class CostEstimatorTests
{
    private static readonly CelType Text = CelType.String;
    private static readonly CelType Texts = CelType.List(CelType.String);

    [Theory]
    [InlineData("\"Hello World!\"", 0)]
    [InlineData("true || false", 0)]
    [InlineData("true ? 1 : 2", 0)]
    [InlineData("1 < 2", 1)]
    [InlineData("1 == 2", 1)]
    [InlineData("1 + 1", 1)]
    [InlineData("type(1)", 1)]
    [InlineData("size('123')", 1)]
    [InlineData("((5 != 6) == (1 == 2)) == ((3 <= 4) == (9 != 9))", 7)]
    [InlineData("[1, 2, 3]", 10)]
    [InlineData("{'a': 1, 'b': 2, 'c': 3}", 30)]
    [InlineData("2 in [1, 2, 3]", 13)]
    [InlineData("['hello', 'hi'][0] != ['hello', 'bye'][1]", 23)]
    [InlineData("{'hello': 'hi'}['hello'] != {'hello': 'bye'}['hello']", 63)]
    [InlineData("[[1,2],[1,2],[1,2],[1,2],[1,2]][4]", 61)]
    public void Literals_cost_nothing_and_what_is_made_of_them_a_little(string expression, ulong most) => Assert.Equal(most, Estimate(expression));

    [Theory]
    [InlineData("[1, 2, 3].all(x, true)", 20)]
    [InlineData("[1,2,3,4,5].filter(x, x % 2 == 0)", 101)]
    [InlineData("[1,2,3,4,5].map(x, x)", 86)]
    [InlineData("[1,2,3,4,5].map(x, x).filter(x, x % 2 == 0)", 177)]
    [InlineData("[1,2,3,4,5].map(x, x).map(x, x) + [1]", 173)]
    [InlineData("[[1, 1], [2, 2], [3, 3], [4, 4], [5, 5]].all(y, y.all(y, y == 1))", 136)]
    [InlineData("[1,2,3].all(i, i in [1,2,3].map(j, j + j))", 230)]
    [InlineData("dyn([1,2,3]).all(i, i in dyn([1,2,3]).map(j, j + j))", 234)]
    public void Loops_cost_each_round_at_its_most(string expression, ulong most) => Assert.Equal(most, Estimate(expression));

    [Theory]
    [InlineData("a || b || c || d", 4)]
    [InlineData("a && b && c && d", 4)]
    public void Variable_costs_one(string expression, ulong most) =>
        Assert.Equal(most, Estimate(expression, [], [.. "abcd".Select(name => new CelVariable(name.ToString(), CelType.Bool))]));

    [Fact]
    public void Field_costs_one_and_asking_for_it_nothing()
    {
        var input = new CelVariable("input", CelType.Map(Text, Text));

        Assert.Equal(2UL, Estimate("input['key']", [], input));
        Assert.Equal(2UL, Estimate("input.key", [], input));
        Assert.Equal(1UL, Estimate("has(input.key)", [], input));
    }

    [Theory]
    [InlineData("input.matches('[0-9]')", 103)]
    [InlineData("input.contains(other)", 2502)]
    [InlineData("input.startsWith(other)", 52)]
    [InlineData("input.endsWith(other)", 52)]
    [InlineData("input.size()", 2)]
    [InlineData("bytes(input)", 51)]
    [InlineData("bytes(input) == bytes(input)", 302)]
    public void Reading_a_text_costs_a_tenth_of_its_length(string expression, ulong most) =>
        Assert.Equal(most, Estimate(expression, [("input", 500), ("other", 500)], new("input", Text), new("other", Text)));

    [Fact]
    public void Loop_over_a_list_costs_as_many_rounds_as_it_can_have_elements() =>
        Assert.Equal(302UL, Estimate("input.all(x, true)", [("input", 100)], new CelVariable("input", Texts)));

    [Fact]
    public void Loops_in_loops_multiply() =>
        Assert.Equal(1752UL, Estimate("input.all(x, x.all(y, true))", [("input", 50), ("input.@items", 10)], new CelVariable("input", CelType.List(Texts))));

    [Theory]
    [InlineData("input.all(k, input[k].all(x, true))", 5, 10, null, 187)]
    [InlineData("input.all(k, k.contains(k))", 5, null, 10, 32)]
    [InlineData("input.all(k, input[k].all(k, true) && k.contains(k))", 2, 2, 5, 34)]
    public void Keys_and_values_of_maps_have_sizes_of_their_own(string expression, int entries, int? values, int? keys, ulong most) => Assert.Equal(
        most,
        Estimate(expression, [("input", entries), ("input.@values", values), ("input.@keys", keys)], new CelVariable("input", CelType.Map(Text, CelType.Map(Text, CelType.Int)))));

    [Theory]
    [InlineData("(list1 + list2).all(x, true)", 10, 10, 64)]
    [InlineData("(true ? list1 : list2).all(x, true)", 1, 1, 5)]
    [InlineData("([1, 2] + list1 + list2).size()", 10, 20, 15)]
    public void Size_of_what_an_expression_makes_follows_from_its_parts(string expression, int one, int other, ulong most) =>
        Assert.Equal(most, Estimate(expression, [("list1", one), ("list2", other)], new("list1", CelType.List(CelType.Int)), new("list2", CelType.List(CelType.Int))));

    [Fact]
    public void Sizes_of_elements_are_followed_through_loops()
    {
        Assert.Equal(208UL, Estimate("input.map(x, [x, x]).all(y, y.all(y, y.startsWith('a')))", [("input", 5), ("input.@items", 10)], new CelVariable("input", Texts)));
        Assert.Equal(265UL, Estimate(
            "[list1, list2].exists(l, l.exists(v, v.startsWith('hi')))", [("list1", 10), ("list1.@items", 64), ("list2", 20), ("list2.@items", 128)], new("list1", Texts), new("list2", Texts)));
    }

    [Fact]
    public void Without_a_bound_a_loop_has_none_either() => Assert.Equal(ulong.MaxValue, Estimate("input.all(x, true)", [], new CelVariable("input", Texts)));

    [Theory]
    [InlineData("'ABCDEFGHIJ abcdefghij'.lowerAscii()", 3)]
    [InlineData("'ABCDEFGHIJ abcdefghij'.lowerAscii() == 'abcdefghij ABCDEFGHIJ'.lowerAscii()", 9)]
    [InlineData("strings.quote('ABCDEFGHIJ abcdefghij')", 3)]
    [InlineData("strings.quote('ABCDEFGHIJ abcdefghij') == strings.quote('ABCDEFGHIJ abcdefghij')", 11)]
    [InlineData("'abc 123 def 123'.replace('123', '456')", 3)]
    [InlineData("'abc 123 def 123'.split(' ', 1)", 3)]
    [InlineData("'abc 123 def 123'.substring(5, 8)", 2)]
    [InlineData("'abc 123 def 123'.findAll('123', 1)", 2)]
    public void Functions_of_texts_cost_what_they_read_and_write(string expression, ulong most) => Assert.Equal(most, Estimate(expression));

    [Theory]
    [InlineData("sets.contains([], [])", 21)]
    [InlineData("sets.contains([1, 2, 3, 4], [2, 3])", 29)]
    [InlineData("sets.equivalent([1], [1, 1])", 25)]
    public void Sets_are_compared_each_with_each(string expression, ulong most) => Assert.Equal(most, Estimate(expression));

    [Theory]
    [InlineData("quantity('12Mi')", 1)]
    [InlineData("quantity('200M') == quantity('0.2G') && quantity('0.2G') == quantity('200M')", 6)]
    [InlineData("quantity('50k').add(20).sub(quantity('100k')).sub(-50000).asInteger() > 0", 7)]
    [InlineData("url('https:://kubernetes.io/').getScheme()", 4)]
    [InlineData("url('https:://kubernetes.io/') == url('https:://kubernetes.io/')", 9)]
    [InlineData("format.named('dns1123Label').value().validate('my-name')", 34)]
    [InlineData("format.named('dns1123Label').value() == format.named('dns1123Label').value()", 11)]
    [InlineData("authorizer.group('apps').resource('deployments').subresource('status').namespace('test').name('backend')", 6)]
    [InlineData("authorizer.group('').resource('pods').fieldSelector('spec.nodeName=example-node-name.fully.qualified.domain.name.example.com')", 1821)]
    [InlineData("authorizer.path('/healthz').check('get').allowed()", 350_003)]
    public void Functions_of_Kubernetes_have_figures_of_their_own(string expression, ulong most) =>
        Assert.Equal(most, Estimate(expression, [], [.. CelAuthorizer.Variables]));

    private static ulong Estimate(string expression, (string Path, int? Size)[]? sizes = null, params CelVariable[] variables)
    {
        var compilation = CelEnvironment.Create().With(variables).Compile(expression);
        Assert.True(compilation.Program is not null, compilation.Error);
        return compilation.EstimateCost(new Sizes(sizes ?? []));
    }

    /// <summary>Sizes by path: <c>input.@items</c>.</summary>
    private sealed class Sizes((string Path, int? Size)[] known) : ISizeLimits
    {
        public ulong? Largest(IReadOnlyList<string> path) => known.FirstOrDefault(s => s.Path == string.Join('.', path)).Size is { } size ? (ulong)size : null;
    }
}
