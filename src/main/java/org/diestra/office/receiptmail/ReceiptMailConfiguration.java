package org.diestra.office.receiptmail;

import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReceiptMailConfiguration {

  @Bean
  static NoticeKind receiptsCame() {
    return NoticeKind.daily(
        MailReceipts.CAME, Topic.OFFICE, "receiptmail.kind.came", "receipt-text");
  }
}
