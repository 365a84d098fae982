using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Presentation;

/// <summary>Makes a cell of an object.</summary>
internal delegate JsonNode? CellFormat(ColumnDefinition column, JsonObject value, DateTimeOffset now);
