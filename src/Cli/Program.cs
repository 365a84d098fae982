Console.WriteLine("daytwo");
