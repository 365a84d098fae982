using Daytwo.OpenApiExtract;

if (args is not [var url, var output])
{
    Console.Error.WriteLine("usage: OpenApiExtract URL FILE    URL is a `kubectl proxy` of a running cluster, FILE gets the definitions");
    return 2;
}

using var client = new HttpClient { BaseAddress = new Uri(url.TrimEnd('/') + "/") };
var extract = new Extract(client);
var text = await extract.Run();
await File.WriteAllTextAsync(output, text);
Console.WriteLine($"{extract.Count} definitions of Kubernetes {extract.Version} written to {output}");
return 0;
