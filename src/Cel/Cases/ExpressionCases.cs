using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Daytwo.Cel.Admission;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Cases;

/// <summary>
/// Answers JSON lines <c>{"id","expr","vars":{"object":…,"oldObject":…,"request":…,"params":…}}</c> with <c>{"id","type","value","text","error","compileError","cost"}</c>: what an
/// apiserver answers for the expression in an admission policy. Variables beyond the policy's are declared as dyn.
/// </summary>
public static class ExpressionCases
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer to one line, without a line end.</summary>
    /// <exception cref="JsonInputException">The line is no JSON.</exception>
    /// <exception cref="ArgumentException">The line has no <c>expr</c>, or <c>vars</c> is no object.</exception>
    public static string Answer(byte[] line, CelDialect dialect)
    {
        var question = JsonInput.Read(line);
        if (question.Kind != CelKind.Map || !question.TryGet("expr", out var expression) || expression.Kind != CelKind.String)
        {
            throw new ArgumentException("a line is an object with a string 'expr'", nameof(line));
        }

        var environment = AdmissionEnvironment.Create(dialect);
        var variables = question.TryGet("vars", out var given) && given.Kind != CelKind.Null ? given : JsonInput.Read("{}"u8.ToArray());
        if (variables.Kind != CelKind.Map)
        {
            throw new ArgumentException("'vars' is an object", nameof(line));
        }

        var names = Enumerable.Range(0, variables.Count).Select(i => variables.KeyAt(i).AsString).ToList();
        environment = environment.With(names.Where(n => !environment.Declares(n)).Select(n => new CelVariable(n, Types.CelType.Dyn)));
        var activation = new CelActivation(environment)
            .Set("object", CelValue.Null)
            .Set("oldObject", CelValue.Null)
            .Set("params", CelValue.Null)
            .Set("namespaceObject", CelValue.Null)
            .Set("request", JsonInput.Read("{}"u8.ToArray()));
        for (var i = 0; i < names.Count; i++)
        {
            activation.Set(names[i], variables.ValueAt(i));
        }

        return Write(question, environment.Compile(expression.AsString), activation);
    }

    private static string Write(CelValue question, CelCompilation compilation, CelActivation activation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            if (question.TryGet("id", out var id) && id.Kind == CelKind.String)
            {
                writer.WriteString("id", id.Utf8);
            }

            if (compilation.Program is null)
            {
                writer.WriteString("compileError", compilation.Error);
                writer.WriteNumber("cost", 0);
            }
            else
            {
                Write(writer, compilation.Program.Evaluate(activation));
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, CelResult result)
    {
        if (result.Error is { } error)
        {
            writer.WriteString("error", error);
        }
        else
        {
            writer.WriteString("type", ValueTypes.TypeOf(result.Value).Name);
            if (CelJson.CanWrite(result.Value))
            {
                writer.WritePropertyName("value");
                CelJson.Write(writer, result.Value);
            }
            else
            {
                writer.WriteString("text", NativeText.Of(result.Value));
            }
        }

        writer.WriteNumber("cost", result.Cost);
    }
}
