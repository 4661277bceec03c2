package org.diestra.platform.page;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.AbstractMessageSource;

/**
 * The messages of every module, in every language, outside of a page too (mails, papers). An
 * apostrophe in a message is an apostrophe, with arguments or without.
 */
public final class Words {
  private static final Logger LOG = LoggerFactory.getLogger(Words.class);
  private final Source source;

  Words(List<String> basenames, ClassLoader loader) {
    source = new Source(basenames, loader);
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

  /**
   * All bundles in one table for each language: a page asks for hundreds of messages, and looking
   * for each in the bundles of forty modules by turns takes longer than the rest of the page.
   */
  static final class Source extends AbstractMessageSource {
    private static final int MOST_FORMATS = 10_000;
    private final Map<String, Map<String, String>> messages = new HashMap<>();
    private final Map<Place, MessageFormat> formats = new ConcurrentHashMap<>();

    private record Place(Locale locale, String key) {}

    Source(List<String> basenames, ClassLoader loader) {
      var exactly =
          ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
      for (var locale : Locales.ALL) {
        var all = new HashMap<String, String>();
        for (var basename : basenames) {
          var bundle = ResourceBundle.getBundle(basename, locale, loader, exactly);
          bundle.keySet().forEach(key -> all.put(key, bundle.getString(key)));
        }
        messages.put(locale.getLanguage(), all);
      }
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String key, Locale locale) {
      return table(locale).get(key);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String key, Locale locale) {
      var message = table(locale).get(key);
      if (formats.size() > MOST_FORMATS) {
        formats.clear(); // a stranger may name any number of regions
      }
      return message == null
          ? null
          : formats.computeIfAbsent(
              new Place(locale, key), place -> createMessageFormat(message, locale));
    }

    private Map<String, String> table(Locale locale) {
      var own = messages.get(locale.getLanguage());
      return own != null ? own : messages.getOrDefault(Locales.ENGLISH.getLanguage(), Map.of());
    }

    /** Doubles apostrophes, which {@link MessageFormat} would take for quotes. */
    @Override
    protected MessageFormat createMessageFormat(String message, @Nullable Locale locale) {
      return super.createMessageFormat(message.replace("'", "''"), locale);
    }
  }
}
