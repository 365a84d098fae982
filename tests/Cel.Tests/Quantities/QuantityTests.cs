using System.Globalization;
using System.Text;
using Daytwo.Cel.Quantities;
using Daytwo.Cel.Tests.Recorded;
using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Tests.Quantities;

public sealed class QuantityTests
{
    [Fact]
    public void Quantity_has_the_text_sign_integer_and_double_of_the_apiserver() => RecordedCases.Agree("Quantities/parsed.jsonl", cells =>
        Quantity.Parse(Utf8(cells[0].GetString()!), out var error) is { } q
            ? string.Create(CultureInfo.InvariantCulture, $"{q} {q.Sign} {q.ToInt64()?.ToString(CultureInfo.InvariantCulture) ?? "-"} {NumberText.Shortest(q.ToDouble())}")
            : "error: " + error);

    [Fact]
    public void Comparison_sum_and_difference_are_those_of_the_apiserver() => RecordedCases.Agree("Quantities/computed.jsonl", cells =>
    {
        Quantity Left() => Quantity.Parse(Utf8(cells[0].GetString()!), out _)!;
        Quantity Right() => Quantity.Parse(Utf8(cells[1].GetString()!), out _)!;
        var n = Quantity.Of(long.Parse(cells[2].GetString()!, CultureInfo.InvariantCulture));
        return string.Join(
            ' ',
            Left().CompareTo(Right()).ToString(CultureInfo.InvariantCulture),
            Left().Add(Right(), sharing: true),
            Left().Subtract(Right(), sharing: true),
            Left().Add(n, sharing: true),
            Left().Subtract(n, sharing: true),
            Left().IsSameAs(Right()),
            Left().Add(Right(), sharing: true)!.ToInt64() is not null);
    });

    [Fact]
    public void Sum_with_a_big_number_changes_it_only_where_the_apiserver_does()
    {
        var q = Quantity.Parse(Utf8("1.5Gi"), out _)!;
        q.Add(Quantity.Of(1), sharing: false);
        Assert.Equal(1610612736, q.ToDouble());
        q.Add(Quantity.Of(1), sharing: true);
        Assert.Equal(1610612737, q.ToDouble());
    }

    [Fact]
    public void Comparison_with_a_big_number_makes_this_one_big()
    {
        var q = Quantity.Parse(Utf8("1"), out _)!;
        Assert.False(q.IsSameAs(Quantity.Parse(Utf8("1.5Gi"), out _)!));
        Assert.Equal(1, q.ToInt64());
        q.CompareTo(Quantity.Parse(Utf8("1.5Gi"), out _)!);
        Assert.Null(q.ToInt64());
    }

    [Fact]
    public void Numbers_far_apart_compare_and_refuse_to_add()
    {
        var large = Quantity.Parse(Utf8("1e1000000000"), out _)!;
        Assert.Equal(1, large.CompareTo(Quantity.Of(1)));
        Assert.Null(large.Add(Quantity.Of(1), sharing: true));
    }

    [Fact]
    public void Number_with_zeroes_beyond_reason_is_none()
    {
        Assert.Equal("10e9999", Quantity.Parse(Utf8("0000000000000000000.1e10001"), out _)!.ToString());
        Assert.Null(Quantity.Parse(Utf8("1.0000000000000000001e10001"), out var error));
        Assert.Equal("unable to parse numeric part of quantity", error);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
