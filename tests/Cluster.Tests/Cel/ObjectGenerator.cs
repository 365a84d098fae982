using System.Text.Json.Nodes;

namespace Daytwo.Cluster.Tests.Cel;

/// <summary>Makes objects with the fields the grammar's expressions ask for: right, of another type, null or missing.</summary>
internal sealed class ObjectGenerator(int seed)
{
    private const double Missing = 0.12;
    private const double Odd = 0.08;

    private readonly Random random = new(seed);

    public JsonObject Next() => Fields(
        ("a", () => Any(2)),
        ("b", () => Fields(("c", () => Any(1)))),
        ("flag", () => random.Next(2) == 0),
        ("count", () => random.Next(-3, 12)),
        ("ratio", () => random.Next(100) / 8.0),
        ("name", () => Word()),
        ("numbers", () => List(() => random.Next(-5, 9))),
        ("tags", () => List(() => Word())),
        ("items", () => List(() => Fields(("name", () => Word()), ("a", () => Any(1)), ("b", () => Any(1))))),
        ("metadata", () => Fields(("name", () => Word()), ("labels", () => Fields(("app", () => Word()), ("a", () => Word()))))),
        ("spec", () => Fields(
            ("replicas", () => random.Next(9)),
            ("a", () => Any(1)),
            ("containers", () => List(() => Fields(("name", () => Word()), ("image", () => Word()), ("a", () => Any(1))))))),
        ("nested", () => Fields(("a", () => Any(3)), ("deep", () => Fields(("er", () => Any(2)))))),
        ("nothing", () => null));

    private JsonObject Fields(params (string Name, Func<JsonNode?> Value)[] fields)
    {
        var made = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (random.NextDouble() >= Missing)
            {
                made[name] = random.NextDouble() < Odd ? Any(1) : value();
            }
        }

        return made;
    }

    private JsonArray List(Func<JsonNode?> item)
    {
        var made = new JsonArray();
        for (var i = random.Next(5); i > 0; i--)
        {
            made.Add(random.NextDouble() < Odd ? Any(1) : item());
        }

        return made;
    }

    private JsonNode? Any(int depth) => random.Next(depth > 0 ? 9 : 6) switch
    {
        0 => random.Next(-9, 1000),
        1 => Word(),
        2 => random.Next(2) == 0,
        3 => null,
        4 => random.NextInt64(),
        5 => random.NextDouble() * 1000,
        6 => List(() => Any(depth - 1)),
        7 => Fields(("a", () => Any(depth - 1)), ("name", () => Word())),
        _ => new JsonObject(),
    };

    private JsonNode Word()
    {
        string[] words =
        [
            "", "a", "abc", "web-1", "nginx:1.25", "registry.example/app:latest", "Größe", "😀", "1.5Gi", "10.0.0.1", "fe80::1", "12", "true",
            "https://example.org/x?y=1", "2020-01-01T00:00:00Z", "1h", "1.2.3", "a,b", "\"q\"\\", "x y",
        ];
        return words[random.Next(words.Length)];
    }
}
