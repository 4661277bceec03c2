// Own speech as text for the others, where the browser can do that.
const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

export const captionsAreThere = Boolean(Recognition);

/** Tells each sentence that was understood, until it is stopped, or fails for good. */
export const understand = (tell, failed) => {
  const recognition = new Recognition();
  let on = true;
  recognition.lang = document.documentElement.lang;
  recognition.continuous = true;
  recognition.addEventListener("result", (event) => {
    for (let i = event.resultIndex; i < event.results.length; i++) {
      if (event.results[i].isFinal) {
        tell(event.results[i][0].transcript.trim());
      }
    }
  });
  recognition.addEventListener("error", ({ error }) => {
    if (on && error !== "no-speech") {
      on = false;
      failed();
    }
  });
  recognition.addEventListener("end", () => on && recognition.start());
  recognition.start();
  return () => {
    on = false;
    recognition.stop();
  };
};
