package jp.tsunagu.connector.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jp.tsunagu.connector.agency.HostedAgency;

/** The database of an agency, whose statements are counted and can be made to fail. */
public final class CountedDatabase {

  private final List<String> statements = new ArrayList<>();
  private final AgencyDatabase database;
  private int failingAt = Integer.MAX_VALUE;

  /** Beside the connector's own way to it. */
  public CountedDatabase(DataSource pool, HostedAgency agency) {
    DataSource counted = proxy(DataSource.class, pool, this::connection);
    this.database =
        new AgencyDatabase(agency.id(), agency.schema(), counted, new LeaseSession(pool));
  }

  /** A fault that no statement of its own makes. */
  public static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private interface Call {
    Object instead(Object result, Method method, Object[] arguments);
  }

  private Object connection(Object result, Method method, Object[] arguments) {
    return result instanceof Connection connection
        ? proxy(Connection.class, connection, this::statement)
        : result;
  }

  private Object statement(Object result, Method method, Object[] arguments) {
    if (method.getName().equals("prepareStatement")) {
      statements.add((String) arguments[0]);
      if (statements.size() == failingAt) {
        throw new Broken();
      }
    }
    return result;
  }

  private static <T> T proxy(Class<T> type, T real, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              try {
                return call.instead(method.invoke(real, arguments), method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** For whoever works with it. */
  public AgencyDatabase database() {
    return database;
  }

  /** The statement after so many further ones fails; counts anew. */
  public void failAfter(int further) {
    statements.clear();
    failingAt = further + 1;
  }

  /** Which statements this work sends. */
  public List<String> during(Runnable work) {
    failAfter(Integer.MAX_VALUE - 1);
    work.run();
    return List.copyOf(statements);
  }
}
