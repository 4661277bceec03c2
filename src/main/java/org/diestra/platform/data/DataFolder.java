package org.diestra.platform.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the data folder before any module puts something into it. Others see nothing of it, but may
 * pass through, since the database's server may run under another account.
 */
@Component
class DataFolder implements BeanFactoryPostProcessor {
  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    var settings = beans.getBean(Environment.class);
    var data = Path.of(settings.getRequiredProperty("diestra.data"));
    try {
      make(data);
    } catch (IOException e) {
      throw new CannotStart("DIESTRA_DATA: can't make " + data + ": " + e, e);
    }
  }

  /** One that is there keeps the rights that it has. */
  static void make(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, Binaries.permissions(0711));
    }
  }
}
