package org.diestra.platform.page;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The messages of every module, in every language, outside of a page too (mails, papers). An
 * apostrophe in a message is an apostrophe, with arguments or without.
 */
public final class Words {
  private static final Logger LOG = LoggerFactory.getLogger(Words.class);
  private final Source source = new Source();

  Words(List<String> basenames, ClassLoader loader) {
    source.setBundleClassLoader(loader);
    source.setBasenames(basenames.toArray(String[]::new));
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(Locales.ENGLISH);
  }

  /**
   * The message of that key, with its arguments as {@code {0}}, {@code {1,choice,…}}. An amount, a
   * date or another message among them must already be text; see {@link Formats}.
   */
  public String of(Locale locale, String key, Object... args) {
    try {
      return source.getMessage(key, args, locale);
    } catch (NoSuchMessageException missing) {
      // A label that is missing must not take the page down with it; the words test finds it.
      LOG.error("no message {} in {} for {}", key, locale, Arrays.toString(args));
      return key;
    }
  }

  boolean has(String key, Locale locale) {
    return source.getMessage(key, null, null, locale) != null;
  }

  Source source() {
    return source;
  }

  /** Doubles apostrophes, which {@link MessageFormat} would take for quotes. */
  static final class Source extends ResourceBundleMessageSource {
    @Override
    protected MessageFormat createMessageFormat(String message, @Nullable Locale locale) {
      return super.createMessageFormat(message.replace("'", "''"), locale);
    }
  }
}
