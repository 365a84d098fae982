using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Json;

/// <summary>Reads metadata in one pass: what repeats is pooled, what is not used is skipped unseen.</summary>
public class ObjectMetaConverter : JsonConverter<ObjectMeta>
{
    /// <summary>Annotations whose value has more bytes are left out.</summary>
    private protected virtual int LongestAnnotation => int.MaxValue;

    public override ObjectMeta? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var draft = new ObjectMetaDraft(LongestAnnotation);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            draft.ReadMember(ref reader);
        }

        return draft.ToMeta();
    }

    public override void Write(Utf8JsonWriter writer, ObjectMeta value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, value.Name);
        WriteUnlessNull(writer, "namespace", value.Namespace);
        writer.WriteString("uid"u8, value.Uid);
        writer.WriteString("resourceVersion"u8, value.ResourceVersion);
        writer.WriteNumber("generation"u8, value.Generation);
        WriteTime(writer, "creationTimestamp", value.CreationTimestamp);
        WriteTime(writer, "deletionTimestamp", value.DeletionTimestamp);
        WriteUnlessNull(writer, "finalizers", value.Finalizers, KubernetesJson.Default.IReadOnlyListString);
        WriteUnlessNull(writer, "labels", value.Labels, KubernetesJson.Default.IReadOnlyDictionaryStringString);
        WriteUnlessNull(writer, "annotations", value.Annotations, KubernetesJson.Default.IReadOnlyDictionaryStringString);
        WriteUnlessNull(writer, "ownerReferences", value.OwnerReferences, KubernetesJson.Default.IReadOnlyListOwnerReference);
        writer.WriteEndObject();
    }

    private static void WriteUnlessNull(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteUnlessNull<T>(Utf8JsonWriter writer, string name, T? value, JsonTypeInfo<T> json)
        where T : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, json);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            writer.WriteString(name, TimeConverter.Format(time));
        }
    }
}
