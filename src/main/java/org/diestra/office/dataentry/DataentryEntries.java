package org.diestra.office.dataentry;

import org.diestra.office.tables.TablesPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DataentryEntries {

  @Bean
  static TablesPart batchesPart() {
    return new TablesPart("batches", "dataentry.batches", "keyboard");
  }
}
