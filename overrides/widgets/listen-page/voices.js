/** Which of the browser's voices reads a page. */

/** Android writes 'en_GB'. @param {string} language */
const parts = (language) => language.toLowerCase().replaceAll("_", "-").split("-");

/**
 * The voice for a page: of its language, if it can be of this device, and then as near as can be to the reader's own.
 *
 * @param {string} language  the page's: 'en', 'en-GB'
 * @param {readonly SpeechSynthesisVoice[]} voices
 * @param {readonly string[]} wanted  the reader's languages, the dearest first
 * @returns {SpeechSynthesisVoice | undefined}
 */
export function voiceFor(language, voices, wanted) {
  const [spoken] = parts(language);
  const inOrder = [language, ...wanted].map((each) => parts(each).join("-"));
  /** @param {SpeechSynthesisVoice} voice */
  const far = (voice) => {
    const place = inOrder.indexOf(parts(voice.lang).join("-"));
    return (voice.localService ? 0 : 1000) + (place < 0 ? inOrder.length : place) + (voice.default ? 0 : 0.5);
  };
  return voices.filter((voice) => parts(voice.lang)[0] === spoken).sort((one, other) => far(one) - far(other))[0];
}
