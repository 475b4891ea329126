namespace Reenact.Analyzers.Determinism.Apis;

/// <summary>ADO.NET, and by its base types and interfaces every provider: REEN2004.</summary>
internal static class DatabaseApis
{
    public static IReadOnlyList<ApiGroup> Table { get; } =
    [
        new(Descriptors.InputOutput, Remedies.Record,
        [
            "T:System.Data.Common.DataAdapter",
            "T:System.Data.Common.DbBatch",
            "T:System.Data.Common.DbCommand",
            "T:System.Data.Common.DbConnection",
            "T:System.Data.Common.DbDataReader",
            "T:System.Data.Common.DbDataReaderExtensions",
            "T:System.Data.Common.DbDataSource",
            "T:System.Data.Common.DbDataSourceEnumerator",
            "T:System.Data.Common.DbTransaction",
            "T:System.Data.Common.IDbColumnSchemaGenerator",
            "T:System.Data.IDataAdapter",
            "T:System.Data.IDataReader",
            "T:System.Data.IDataRecord",
            "T:System.Data.IDbCommand",
            "T:System.Data.IDbConnection",
            "T:System.Data.IDbDataAdapter",
            "T:System.Data.IDbTransaction",
        ]),
    ];

    /// <summary>What is set or read before anything is sent, what lets go, and a reader of a table in memory.</summary>
    public static IReadOnlyList<string> Fine { get; } =
    [
        "P:System.Data.Common.DbBatch.BatchCommands",
        "P:System.Data.Common.DbBatch.Connection",
        "M:System.Data.Common.DbBatch.CreateBatchCommand",
        "M:System.Data.Common.DbBatch.Dispose",
        "M:System.Data.Common.DbBatch.DisposeAsync",
        "P:System.Data.Common.DbBatch.Timeout",
        "P:System.Data.Common.DbBatch.Transaction",
        "P:System.Data.Common.DbCommand.CommandText",
        "P:System.Data.Common.DbCommand.CommandTimeout",
        "P:System.Data.Common.DbCommand.CommandType",
        "P:System.Data.Common.DbCommand.Connection",
        "M:System.Data.Common.DbCommand.CreateParameter",
        "M:System.Data.Common.DbCommand.DisposeAsync",
        "P:System.Data.Common.DbCommand.Parameters",
        "P:System.Data.Common.DbCommand.Transaction",
        "P:System.Data.Common.DbConnection.ConnectionString",
        "P:System.Data.Common.DbConnection.ConnectionTimeout",
        "P:System.Data.Common.DbConnection.Database",
        "P:System.Data.Common.DbConnection.DataSource",
        "M:System.Data.Common.DbConnection.DisposeAsync",
        "P:System.Data.Common.DbTransaction.Connection",
        "M:System.Data.Common.DbTransaction.Dispose",
        "M:System.Data.Common.DbTransaction.DisposeAsync",
        "P:System.Data.Common.DbTransaction.IsolationLevel",
        "T:System.Data.DataTableReader",
        "P:System.Data.IDbCommand.CommandText",
        "P:System.Data.IDbCommand.CommandTimeout",
        "P:System.Data.IDbCommand.CommandType",
        "P:System.Data.IDbCommand.Connection",
        "M:System.Data.IDbCommand.CreateParameter",
        "P:System.Data.IDbCommand.Parameters",
        "P:System.Data.IDbCommand.Transaction",
        "P:System.Data.IDbConnection.ConnectionString",
        "P:System.Data.IDbConnection.ConnectionTimeout",
        "P:System.Data.IDbConnection.Database",
        "P:System.Data.IDbTransaction.Connection",
        "P:System.Data.IDbTransaction.IsolationLevel",
    ];
}
