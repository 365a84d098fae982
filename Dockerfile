# The same image as ./daytwo image makes, for those who have Docker: docker build -t registry.example.com/daytwo:0.1.0 .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
RUN dotnet publish src/Cli/Cli.csproj -c Release -r linux-x64 -o /published

# Chiseled: no shell, no package manager; "extra" has time zones and certificate authorities.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled-extra
COPY --from=build /published/daytwo /usr/bin/daytwo
ENV DOTNET_EnableDiagnostics=0
USER 65532:65532
ENTRYPOINT ["/usr/bin/daytwo"]
