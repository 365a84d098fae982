using System.Buffers;
using System.Text.Json;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Requests;

/// <summary>Makes the value of <c>request</c>, once for the kind that most policies see.</summary>
internal sealed class RequestVariable
{
    private Made? _last;

    public CelValue Get(AdmissionRequest request, GroupVersionResource resource, GroupVersionKind kind)
    {
        if (request.Review.Kind == CelKind.Map)
        {
            return request.Review;
        }

        if (_last is { } last && last.Resource == resource && last.Kind == kind && ReferenceEquals(last.Request, request))
        {
            return last.Value;
        }

        var made = new Made(request, resource, kind, Write(request, resource, kind));
        _last = made;
        return made.Value;
    }

    private static CelValue Write(AdmissionRequest request, GroupVersionResource resource, GroupVersionKind kind)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ReviewWriter.WriteAttributes(writer, request, resource, kind);
        }

        return JsonInput.Read(buffer.WrittenSpan.ToArray());
    }

    private sealed record Made(AdmissionRequest Request, GroupVersionResource Resource, GroupVersionKind Kind, CelValue Value);
}
