using Daytwo.Kubernetes.Objects;
using System.Globalization;
using System.Text;

namespace Daytwo.Kubernetes.Requests;

/// <summary>A path with the query parameters that are set; null and empty ones are left out.</summary>
internal sealed class RequestPath(string path)
{
    private readonly StringBuilder _text = new(path);
    private char _separator = '?';

    public RequestPath With(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    public RequestPath With(string name, bool value) => value ? With(name, "true") : this;

    public RequestPath With(string name, long value) => value > 0 ? With(name, value.ToString(CultureInfo.InvariantCulture)) : this;

    public override string ToString() => _text.ToString();

    public static string Of(ResourceType type, ListRequest q) => new RequestPath(type.Path(q.Namespace))
        .With("labelSelector", q.LabelSelector)
        .With("fieldSelector", q.FieldSelector)
        .With("limit", q.Limit)
        .With("continue", q.Continue)
        .With("resourceVersion", q.ResourceVersion)
        .With("resourceVersionMatch", q.ResourceVersionMatch == ResourceVersionMatch.Unset ? null : q.ResourceVersionMatch.ToString())
        .ToString();

    public static string Of(ResourceType type, WatchRequest q) => new RequestPath(type.Path(q.Namespace))
        .With("watch", true)
        .With("labelSelector", q.LabelSelector)
        .With("fieldSelector", q.FieldSelector)
        .With("resourceVersion", q.ResourceVersion)
        .With("sendInitialEvents", q.SendInitialEvents)
        .With("resourceVersionMatch", q.SendInitialEvents ? nameof(ResourceVersionMatch.NotOlderThan) : null)
        .With("allowWatchBookmarks", q.AllowBookmarks || q.SendInitialEvents)
        .With("timeoutSeconds", (long)Math.Ceiling(q.Timeout?.TotalSeconds ?? 0))
        .ToString();
}
