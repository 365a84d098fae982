using System.IO.Pipelines;

namespace Daytwo.Webhooks.Http;

internal sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
