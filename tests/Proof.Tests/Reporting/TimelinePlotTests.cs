using System.Xml.Linq;
using Daytwo.Proof.Drills;
using Daytwo.Proof.Reporting;

namespace Daytwo.Proof.Tests.Reporting;

public sealed class TimelinePlotTests
{
    [Fact]
    public void Every_outlet_has_a_lane_and_every_kind_of_verdict_a_part_of_its_column()
    {
        var (before, during) = (new DrillSlice(-0.25, 5, 0, 0, 0, 4), new DrillSlice(0, 1, 2, 1, 1, 5000));
        var drill = new DrillResult("a", "A & B break", "", [Outlet(DrillOutlet.Policy, before), Outlet(DrillOutlet.WebhookFailOpen, before, during)]);

        var svg = XDocument.Parse(TimelinePlot.Draw(drill)).Root!;

        Assert.Equal(["right", "right", "gap", "outage", "unjudged", "right"], svg.Descendants("rect").Select(rect => (string?)rect.Attribute("class")));
        Assert.Equal(2, svg.Elements("polyline").Count());
        Assert.Contains(svg.Elements("text"), text => text.Value == "webhook, fail open");
        Assert.All(svg.Descendants("rect"), rect => Assert.InRange((double)rect.Attribute("x")!, 0, 960));
    }

    private static OutletResult Outlet(DrillOutlet outlet, params DrillSlice[] slices) =>
        new(outlet, 6, 9, 10, 0, 0, 0, 0, 0, new DrillLatency(1, 2, 3), new DrillLatency(1, 2, 3), [], 0.25, slices);
}
