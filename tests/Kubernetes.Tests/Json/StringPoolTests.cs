using System.Text;
using System.Text.Json;
using Daytwo.Kubernetes.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Kubernetes.Tests.Json;

public sealed class StringPoolTests
{
    [Fact]
    public void Text_is_always_the_right_one() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string[]>(), texts =>
        {
            var pool = new StringPool();
            return texts.Concat(texts).Where(t => t is not null).All(t => pool.Get(Encoding.UTF8.GetBytes(t)) == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(t)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_texts_are_one_string()
    {
        var pool = new StringPool();
        Assert.Same(pool.Get("kube-system"u8), pool.Get("kube-system"u8));
    }

    [Fact]
    public void Escaped_text_is_unescaped()
    {
        var reader = new Utf8JsonReader("\"a\\u0041\\n\""u8);
        reader.Read();
        Assert.Equal("aA\n", StringPool.Shared.Read(ref reader));
    }
}
