using System.Text.Json;
using Daytwo.Crds.Backups;
using Daytwo.Crds.Backups.Status;
using Daytwo.Crds.Stores;
using Daytwo.Crds.Writes;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Tests.Serialization;

public sealed class EtcdBackupJsonTests
{
    [Fact]
    public void Object_without_defaults_reads_with_them()
    {
        var backup = Read("""{"metadata":{"name":"a","uid":"u"},"spec":{"source":{"endpoints":{"urls":["https://a:2379"]}},"store":{"s3":{"bucket":"b"}}}}""");

        Assert.Null(backup.Spec.Schedule);
        Assert.Equal(3600, backup.Spec.ActiveDeadlineSeconds);
        Assert.Equal(BackupCompression.Gzip, backup.Spec.Compression);
        Assert.Equal(BackupVerification.Full, backup.Spec.Verification);
        Assert.Equal(BackupDeletionPolicy.Retain, backup.Spec.DeletionPolicy);
        Assert.Equal("us-east-1", backup.Spec.Store.S3!.Region);
        Assert.Equal(["https://a:2379"], backup.Spec.Source.Endpoints!.Urls);
        Assert.Null(backup.Status.ObservedGeneration);
    }

    [Fact]
    public void Full_spec_reads_every_field()
    {
        var spec = Read("""
            {"metadata":{"name":"a"},"spec":{
              "source":{"endpoints":{"urls":["http://a:2379"],"insecureAllowHTTP":true,"clientCertificateSecret":{"name":"c"}}},
              "schedule":"@hourly","timeZone":"Europe/Berlin","jitter":"30s","suspend":true,"startingDeadlineSeconds":60,"activeDeadlineSeconds":120,
              "store":{"s3":{"bucket":"b","prefix":"p","region":"r","endpoint":"https://e","forcePathStyle":true,"caSecret":{"name":"ca"},
                "credentialsSecret":{"name":"k"},"serverSideEncryption":{"type":"SSE-KMS","kmsKeyID":"id"},"objectLock":{"mode":"Compliance","retainFor":"168h"}}},
              "encryption":{"keySecret":{"name":"e"},"algorithm":"AES-256-GCM"},"compression":"None","verification":"Stored",
              "retention":{"keepLast":1,"keepHourly":2,"keepDaily":3,"keepWeekly":4,"keepMonthly":5,"maxAge":"720h"},"rpo":"1h30m","deletionPolicy":"Delete"}}
            """).Spec;

        Assert.True(spec.Source.Endpoints!.InsecureAllowHTTP && spec.Suspend && spec.Store.S3!.ForcePathStyle);
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(90)), (spec.Jitter, spec.Rpo));
        Assert.Equal(new ServerSideEncryptionSpec { Type = ServerSideEncryptionType.Kms, KmsKeyID = "id" }, spec.Store.S3!.ServerSideEncryption);
        Assert.Equal(new ObjectLockSpec { Mode = ObjectLockMode.Compliance, RetainFor = TimeSpan.FromDays(7) }, spec.Store.S3.ObjectLock);
        Assert.Equal(new RetentionSpec { KeepLast = 1, KeepHourly = 2, KeepDaily = 3, KeepWeekly = 4, KeepMonthly = 5, MaxAge = TimeSpan.FromDays(30) }, spec.Retention);
        Assert.Equal((BackupCompression.None, BackupVerification.Stored, BackupDeletionPolicy.Delete), (spec.Compression, spec.Verification, spec.DeletionPolicy));
        Assert.Equal("e", spec.Encryption!.KeySecret.Name);
    }

    [Fact]
    public void Status_apply_names_the_object_and_leaves_absent_members_out()
    {
        var status = new EtcdBackupStatus
        {
            ObservedGeneration = 3,
            LastSuccess = new LastSuccess { Revision = 7, Duration = TimeSpan.FromMilliseconds(1500), CompletedAt = new DateTimeOffset(2026, 3, 1, 1, 2, 3, 400, TimeSpan.FromHours(1)) },
        };

        var json = JsonSerializer.Serialize(EtcdBackupWrite.StatusOf(new ObjectMeta { Name = "a", Uid = "u", ResourceVersion = "9" }, status), CrdsJson.Default.EtcdBackupWrite);

        Assert.Equal(
            """{"apiVersion":"daytwo.dev/v1alpha1","kind":"EtcdBackup","metadata":{"name":"a","uid":"u"},"status":{"observedGeneration":3,"lastSuccess":{"completedAt":"2026-03-01T00:02:03Z","duration":"1.5s","revision":7}}}""",
            json);
    }

    private static EtcdBackup Read(string json) => JsonSerializer.Deserialize(json, Kinds.EtcdBackups.Json)!;
}
