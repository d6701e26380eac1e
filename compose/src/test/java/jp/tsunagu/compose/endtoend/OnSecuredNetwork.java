package jp.tsunagu.compose.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.tsunagu.compose.run.SecuredNetwork;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the network on a secured broker, started once for all of them. */
final class OnSecuredNetwork implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(OnSecuredNetwork.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SecuredNetwork.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(SecuredNetwork.class, _ -> start(), SecuredNetwork.class);
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
