package jp.tsunagu.runtime.start;

import java.util.Objects;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Asks all settings what is wrong with them when all beans are known and none is made yet. */
final class StartCheck implements BeanFactoryPostProcessor, Ordered {

  private final Environment environment;

  StartCheck(Environment environment) {
    this.environment = environment;
  }

  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    Faults faults = new Faults();
    for (String name : beans.getBeanNamesForType(CheckedAtStart.class, true, false)) {
      settings(beans, name, faults).check(faults);
    }
    faults.refuseIfAny();
  }

  /** The settings as far as they can be read; what cannot is told. */
  private CheckedAtStart settings(
      ConfigurableListableBeanFactory beans, String name, Faults faults) {
    ConfigurationProperties bound = beans.findAnnotationOnBean(name, ConfigurationProperties.class);
    if (bound == null) {
      return beans.getBean(name, CheckedAtStart.class);
    }
    Class<?> type = Objects.requireNonNull(beans.getType(name));
    return (CheckedAtStart)
        Binder.get(environment)
            .bindOrCreate(bound.value(), Bindable.of(type), new UnreadableSettings(faults));
  }
}
