package jp.tsunagu.compose.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagu.compose.run.SecuredNetwork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the network on a secured broker: classes that run side by side share it, and it ends
 * with the last of them, because a network that waits takes a sixth of a processor.
 */
final class OnSecuredNetwork implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(OnSecuredNetwork.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SecuredNetwork.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return ofClass(context)
        .getStore(NAMESPACE)
        .computeIfAbsent(Share.class, _ -> Share.taken(), Share.class)
        .network();
  }

  private static ExtensionContext ofClass(ExtensionContext context) {
    var at = context;
    while (at.getTestMethod().isPresent()) {
      at = at.getParent().orElseThrow();
    }
    return at;
  }

  /** What one class holds of it. */
  private record Share(SecuredNetwork network) implements AutoCloseable {
    private static final Object LOCK = new Object();

    private static @Nullable SecuredNetwork running;
    private static int holders;

    static Share taken() {
      synchronized (LOCK) {
        var network = running == null ? start() : running;
        running = network;
        holders++;
        return new Share(network);
      }
    }

    @Override
    public void close() {
      synchronized (LOCK) {
        holders--;
        if (holders == 0) {
          network.close();
          running = null;
        }
      }
    }
  }

  private static SecuredNetwork start() {
    try {
      var parent = Files.createDirectories(Path.of("target", "networks").toAbsolutePath());
      return SecuredNetwork.start(Files.createTempDirectory(parent, "secured-"));
    } catch (Exception exception) {
      throw new IllegalStateException("the network did not start", exception);
    }
  }
}
