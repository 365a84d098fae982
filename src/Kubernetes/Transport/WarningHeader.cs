using System.Text;

namespace Daytwo.Kubernetes.Transport;

/// <summary>Reads <c>Warning</c> headers as the API sends them: <c>299 - "text"</c>, several in one header parted by commas.</summary>
internal static class WarningHeader
{
    public static IReadOnlyList<string> Texts(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Warning", out var values))
        {
            return [];
        }

        var texts = new List<string>(values.Count);
        foreach (var value in values)
        {
            Read(value, texts);
        }

        return texts;
    }

    /// <summary>Adds the quoted texts of one header.</summary>
    internal static void Read(string header, List<string> texts)
    {
        var text = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < header.Length; i++)
        {
            if (header[i] == '"')
            {
                if (quoted && text.Length > 0)
                {
                    texts.Add(text.ToString());
                }

                quoted = !quoted;
                text.Clear();
            }
            else if (quoted)
            {
                i += header[i] == '\\' && i + 1 < header.Length ? 1 : 0;
                text.Append(header[i]);
            }
        }
    }
}
