package jp.tsunagu.connector.database;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.broker.Signal;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The database of one hosted agency: statements here reach its own schema only. */
public final class AgencyDatabase {

  private final AgencyId agency;
  private final String schema;
  private final LeaseSession leases;
  private final NamedParameterJdbcTemplate statements;
  private final OwnSchema own;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  AgencyDatabase(AgencyId agency, String schema, DataSource pool, LeaseSession leases) {
    this.agency = agency;
    this.schema = schema;
    this.leases = leases;
    this.statements = new NamedParameterJdbcTemplate(pool);
    JdbcClient client = JdbcClient.create(statements);
    this.own = OwnSchema.read(client, schema);
    this.jdbc = statement -> client.sql(own.in(statement));
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
  }

  /** Whose it is. */
  public AgencyId agency() {
    return agency;
  }

  /** For statements; inside {@link #inTransaction} they belong to the transaction. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** One statement for many rows, sent together; call it inside a transaction. */
  public void forEach(String sql, List<? extends SqlParameterSource> rows) {
    if (!rows.isEmpty()) {
      statements.batchUpdate(own.in(sql), rows.toArray(SqlParameterSource[]::new));
    }
  }

  /** Runs this in one transaction, or in the one that is running already. */
  public <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(_ -> work.get());
  }

  /** Runs this in one transaction, or in the one that is running already. */
  public void runInTransaction(Runnable work) {
    transactions.executeWithoutResult(_ -> work.run());
  }

  /** Runs this once the running transaction is committed, or at once if there is none. */
  public void afterCommit(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }

  /**
   * Until the running transaction ends, nobody else holds these names for this agency; call it once
   * in a transaction. Whoever holds none of them is not kept waiting, whatever rows it changes. A
   * transaction holds few locks however many names it has: two names may share one.
   */
  public void lock(Collection<String> names) {
    jdbc.sql(
            """
            select pg_advisory_xact_lock(hashtext(:schema), slot)
            from (select distinct hashtext(name) & 255 as slot from unnest(:names::text[]) as name
                  order by slot) as slots
            """)
        .param("schema", schema)
        .param("names", names.toArray(String[]::new))
        .query((_, _) -> schema)
        .list();
  }

  /** A table of its schema where a statement does not name one, but its type. */
  String table(String name) {
    return schema + "." + name;
  }

  /** The next value of a column that numbers its rows: it is never given again. */
  public long nextOf(String table, String column) {
    return jdbc.sql("select nextval(pg_get_serial_sequence(:table, :column))")
        .param("table", table(table))
        .param("column", column)
        .query(Long.class)
        .single();
  }

  /**
   * The lease under which one process works for this agency; its signal is raised when another
   * process may have left it something to do.
   */
  public Lease lease(String purpose, Signal signal) {
    return leases.lease(schema + "/" + purpose, signal);
  }

  /** Tells whoever holds this lease, wherever it runs, that there is something to do for it. */
  public void tell(String purpose) {
    jdbc.sql(LeaseSession.TELL).param(schema + "/" + purpose).query((_, _) -> schema).list();
  }
}
