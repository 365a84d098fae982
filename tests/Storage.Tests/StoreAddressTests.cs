namespace Daytwo.Storage.Tests;

public sealed class StoreAddressTests
{
    [Theory]
    [InlineData("s3://backups", "backups", "")]
    [InlineData("s3://backups/", "backups", "")]
    [InlineData("s3://backups/prod/etcd/", "backups", "prod/etcd")]
    public void StoreAddress_of_a_bucket_is_parsed(string text, string bucket, string prefix) =>
        Assert.Equal(new BucketAddress(bucket, prefix), StoreAddress.Parse(text));

    [Theory]
    [InlineData("file:/var/backups/etcd", "/var/backups/etcd")]
    [InlineData("file:/var/backups/../etcd/", "/var/etcd")]
    public void StoreAddress_of_a_directory_is_made_absolute(string text, string path) =>
        Assert.Equal(new DirectoryAddress(path), StoreAddress.Parse(text));

    [Fact]
    public void StoreAddress_of_a_relative_directory_starts_at_the_current_one() =>
        Assert.Equal(new DirectoryAddress(Path.Combine(Directory.GetCurrentDirectory(), "x")), StoreAddress.Parse("file:x"));

    [Theory]
    [InlineData("")]
    [InlineData("/var/backups")]
    [InlineData("http://host/bucket")]
    [InlineData("file:")]
    [InlineData("file:/")]
    [InlineData("file://host/share")]
    [InlineData("s3://")]
    [InlineData("s3://ab")]
    [InlineData("s3://Upper")]
    [InlineData("s3://-dash")]
    [InlineData("s3://backups/../other")]
    [InlineData("s3://backups/a//b")]
    [InlineData("s3://backups/.hidden")]
    public void StoreAddress_that_names_no_store_is_refused(string text) => Assert.Throws<FormatException>(() => StoreAddress.Parse(text));

    [Theory]
    [InlineData("s3://backups/prod")]
    [InlineData("file:/var/backups")]
    public void StoreAddress_prints_as_it_is_written(string text) => Assert.Equal(text, StoreAddress.Parse(text).ToString());
}
