# The same image as ./daytwo image makes, for those who have Docker: docker build -t registry.example.com/daytwo:0.1.0 .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN bash -euc 'root=/src; . eng/programs.sh; publish /published src/Cli/Cli.csproj'
RUN apt-get update && apt-get install -y --no-install-recommends libisal2

# Chiseled: no shell, no package manager; "extra" has time zones and certificate authorities.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled-extra
COPY --from=build /published/daytwo /usr/bin/daytwo
# Snapshots are compressed faster and smaller with it.
COPY --from=build /usr/lib/x86_64-linux-gnu/libisal.so.2 /usr/lib/x86_64-linux-gnu/
ENV DOTNET_EnableDiagnostics=0
USER 65532:65532
ENTRYPOINT ["/usr/bin/daytwo"]
