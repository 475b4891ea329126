using Microsoft.Data.Sqlite;

namespace Reenact.Benchmarks.Sustained;

/// <summary>Events as rows of a table in SQLite: write-ahead log, one transaction for a batch, one statement prepared once.</summary>
internal static class SqliteFile
{
    private const int Batch = 1000;

    /// <returns>The bytes of the database, its log written into it.</returns>
    public static long Write(string path, IReadOnlyList<PlainEvent> events)
    {
        File.Delete(path);
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; CREATE TABLE events (sequence INTEGER PRIMARY KEY, kind INTEGER, time INTEGER, span INTEGER, content TEXT)");
            Insert(connection, events);
            Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        return new FileInfo(path).Length;
    }

    private static void Insert(SqliteConnection connection, IReadOnlyList<PlainEvent> events)
    {
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO events VALUES ($sequence, $kind, $time, $span, $content)";
        SqliteParameter[] columns = [.. new[] { "$sequence", "$kind", "$time", "$span", "$content" }.Select(name => insert.Parameters.AddWithValue(name, DBNull.Value))];
        for (var first = 0; first < events.Count; first += Batch)
        {
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            for (var place = first; place < Math.Min(first + Batch, events.Count); place++)
            {
                var one = events[place];
                columns[0].Value = (long)place;
                columns[1].Value = (long)one.Kind;
                columns[2].Value = one.Time;
                columns[3].Value = one.Span;
                columns[4].Value = one.Content;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }
    }

    private static void Run(SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }
}
