using System.Text.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Json;

/// <summary>Metadata while it is read, member by member, in whatever order they come.</summary>
internal struct ObjectMetaDraft
{
    private readonly int _longestAnnotation;
    private string? _name;
    private string? _namespace;
    private string? _uid;
    private string? _resourceVersion;
    private long _generation;
    private DateTimeOffset? _created;
    private DateTimeOffset? _deleted;
    private IReadOnlyList<string>? _finalizers;
    private IReadOnlyDictionary<string, string>? _labels;
    private IReadOnlyDictionary<string, string>? _annotations;
    private IReadOnlyList<OwnerReference>? _owners;

    /// <param name="longestAnnotation">Annotations with more bytes are left out.</param>
    public ObjectMetaDraft(int longestAnnotation) => _longestAnnotation = longestAnnotation;

    /// <summary>Takes the member whose name the reader stands on, and leaves the reader at the end of its value.</summary>
    public void ReadMember(ref Utf8JsonReader reader)
    {
        var member = MemberAt(ref reader);
        reader.Read();
        switch (member)
        {
            case Member.Name: _name = reader.GetString(); break;
            case Member.Namespace: _namespace = PooledText(ref reader); break;
            case Member.Uid: _uid = reader.GetString(); break;
            case Member.ResourceVersion: _resourceVersion = reader.GetString(); break;
            case Member.Generation: _generation = reader.TokenType == JsonTokenType.Null ? 0 : reader.GetInt64(); break;
            case Member.CreationTimestamp: _created = Time(ref reader); break;
            case Member.DeletionTimestamp: _deleted = Time(ref reader); break;
            case Member.Finalizers: _finalizers = PooledList(ref reader); break;
            case Member.Labels: _labels = StringMapConverter.ReadMap(ref reader); break;
            case Member.Annotations: _annotations = StringMapConverter.ReadMap(ref reader, _longestAnnotation); break;
            case Member.OwnerReferences: _owners = JsonSerializer.Deserialize(ref reader, KubernetesJson.Default.IReadOnlyListOwnerReference); break;
            default: reader.Skip(); break;
        }
    }

    public readonly ObjectMeta ToMeta() => new()
    {
        Name = _name ?? "",
        Namespace = _namespace,
        Uid = _uid ?? "",
        ResourceVersion = _resourceVersion ?? "",
        Generation = _generation,
        CreationTimestamp = _created,
        DeletionTimestamp = _deleted,
        Finalizers = _finalizers,
        Labels = _labels,
        Annotations = _annotations,
        OwnerReferences = _owners,
    };

    private static Member MemberAt(ref Utf8JsonReader reader) => reader switch
    {
        _ when reader.ValueTextEquals("managedFields"u8) => Member.Unused,
        _ when reader.ValueTextEquals("name"u8) => Member.Name,
        _ when reader.ValueTextEquals("namespace"u8) => Member.Namespace,
        _ when reader.ValueTextEquals("uid"u8) => Member.Uid,
        _ when reader.ValueTextEquals("resourceVersion"u8) => Member.ResourceVersion,
        _ when reader.ValueTextEquals("generation"u8) => Member.Generation,
        _ when reader.ValueTextEquals("creationTimestamp"u8) => Member.CreationTimestamp,
        _ when reader.ValueTextEquals("deletionTimestamp"u8) => Member.DeletionTimestamp,
        _ when reader.ValueTextEquals("finalizers"u8) => Member.Finalizers,
        _ when reader.ValueTextEquals("labels"u8) => Member.Labels,
        _ when reader.ValueTextEquals("annotations"u8) => Member.Annotations,
        _ when reader.ValueTextEquals("ownerReferences"u8) => Member.OwnerReferences,
        _ => Member.Unused,
    };

    private static string? PooledText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? StringPool.Shared.Read(ref reader) : reader.GetString();

    private static DateTimeOffset? Time(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.GetDateTimeOffset();

    private static List<string>? PooledList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var texts = new List<string>(1);
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            texts.Add(StringPool.Shared.Read(ref reader));
        }

        return texts;
    }

    private enum Member
    {
        Unused,
        Name,
        Namespace,
        Uid,
        ResourceVersion,
        Generation,
        CreationTimestamp,
        DeletionTimestamp,
        Finalizers,
        Labels,
        Annotations,
        OwnerReferences,
    }
}
