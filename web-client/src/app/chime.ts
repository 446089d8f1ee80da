/** Hertz and seconds: two soft notes, made on the device, so that nothing is fetched. */
const NOTES = [523, 659] as const;
const LENGTH = 0.22;
const LOUDNESS = 0.06;

/** Only ever called for a visitor who asked for it. */
export function chime(): void {
  try {
    const audio = new AudioContext();
    NOTES.forEach((frequency, at) => {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      const start = audio.currentTime + at * LENGTH;
      tone.frequency.value = frequency;
      volume.gain.setValueAtTime(0, start);
      volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
      volume.gain.linearRampToValueAtTime(0, start + LENGTH);
      tone.connect(volume).connect(audio.destination);
      tone.start(start);
      tone.stop(start + LENGTH);
      if (at === NOTES.length - 1) tone.onended = () => void audio.close();
    });
  } catch {
    // A browser that makes no sound shows the message all the same.
  }
}
